import { endpoint } from '../../contracts/endpoint';
import { breaker } from './breaker';
import { type Transport } from './client';
import { RemoteProblem, Unreachable } from './remoteProblem';

const read = endpoint({
  id: 'test.read',
  service: 'catalog',
  method: 'get',
  path: '/things',
  access: 'public',
  summary: 'Reads.',
});

function behindBreaker() {
  const state = { now: 0, asked: 0, answer: (): Promise<unknown> => Promise.resolve('here') };
  const transport: Transport = () => {
    state.asked += 1;
    return state.answer();
  };
  return { state, call: breaker(transport, () => state.now) };
}
const lost = () => Promise.reject(new Unreachable('catalog', 'connection refused'));

test('a service that does not answer is left alone, looked at once a second, and used when it is back', async () => {
  const { state, call } = behindBreaker();
  state.answer = lost;
  for (let tries = 0; tries < 10; tries += 1)
    await expect(call(read, {})).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(state.asked).toBe(3);
  state.now = 1_000;
  await Promise.allSettled([call(read, {}), call(read, {}), call(read, {})]);
  expect(state.asked).toBe(4);
  state.now = 2_000;
  state.answer = () => Promise.resolve('back');
  expect(await call(read, {})).toBe('back');
  expect(await call(read, {})).toBe('back');
});

test('refusals are answers, also of a service that is busy', async () => {
  const { state, call } = behindBreaker();
  state.answer = () => Promise.reject(new RemoteProblem('SERVICE_UNAVAILABLE', 'busy'));
  for (let tries = 0; tries < 10; tries += 1) await expect(call(read, {})).rejects.toThrow('busy');
  expect(state.asked).toBe(10);
});
