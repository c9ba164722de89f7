import { QueryObserver } from '@tanstack/react-query';
import { queryClient } from './queries';

const queryKey = ['stops'];

test('news that comes while something is read for the first time is not lost: it is read once more', async () => {
  const replies: ((said: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => replies.push(resolve));
  const observer = new QueryObserver(queryClient, { queryKey, queryFn });
  const stop = observer.subscribe(() => undefined);
  const again = queryClient.invalidateQueries({ queryKey });

  expect(replies).toHaveLength(2);
  replies[1]?.('counted');
  replies[0]?.('not counted');
  await again;

  expect(observer.getCurrentResult()).toMatchObject({ status: 'success', data: 'counted' });
  stop();
});
