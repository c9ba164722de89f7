import { ApiProblem } from './apiProblem';
import { uploadPhoto } from './upload';

const mockSend = jest.fn<Promise<{ statusCode: number; data: string }>, []>();
jest.mock('@/platform/photoFile', () => ({ sendPhoto: () => mockSend() }));
jest.mock('./api', () => ({ accessToken: () => Promise.resolve('token') }));

const sent = async (statusCode: number, data: string): Promise<unknown> => {
  mockSend.mockResolvedValue({ statusCode, data });
  return uploadPhoto('/delivery-photos', 'photo.jpg').catch((error: unknown) => error);
};

test('a photo gets its id, or is refused with the reason', async () => {
  expect(await sent(201, '{"photoId":"pho_1","url":"/x"}')).toMatchObject({ photoId: 'pho_1' });
  expect(await sent(422, '{"code":"PHOTO_UNREADABLE"}')).toMatchObject({ code: 'PHOTO_UNREADABLE' });
});

test.each([
  ['a proxy whose services are away', 502],
  ['a network that wants a sign-in of its own', 200],
])('what %s says instead of the gateway passes, and the photo waits', async (_, statusCode) => {
  const problem = await sent(statusCode, '<html>');
  expect(problem).toBeInstanceOf(ApiProblem);
  expect((problem as ApiProblem).passing).toBe(true);
});
