import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { ApiProblem } from './apiProblem';
import { newKey } from './key';

type WriteOptions<Reply> = {
  onSuccess?: (reply: Reply) => void;
  onError?: (error: unknown) => void;
};

const passing = (error: unknown) => error instanceof ApiProblem && error.passing;

/**
 * A write that a person starts: `const place = useWrite((key, cart: Cart) => api.orders.placeOrder({ body, idempotencyKey: key }))`,
 * then `place.mutate(cart)`. However often it is tapped again after trouble on the way, the key stays the same, so that it
 * happens once; a success or a refusal makes the next tap a new wish.
 */
export const useWrite = <Input, Reply>(
  write: (key: string, input: Input) => Promise<Reply>,
  { onSuccess, onError }: WriteOptions<Reply> = {},
): UseMutationResult<Reply, Error, Input> => {
  const wish = useRef<{ key: string; input: string } | undefined>(undefined);
  return useMutation<Reply, Error, Input>({
    mutationFn: async (input) => {
      const text = JSON.stringify(input) as string | undefined;
      if (wish.current?.input !== (text ?? '')) wish.current = { key: newKey(), input: text ?? '' };
      return write(wish.current.key, input);
    },
    retry: (failures, error) => failures < 2 && passing(error),
    onSuccess: (reply) => {
      wish.current = undefined;
      onSuccess?.(reply);
    },
    onError: (error) => {
      if (!passing(error)) wish.current = undefined;
      onError?.(error);
    },
  });
};
