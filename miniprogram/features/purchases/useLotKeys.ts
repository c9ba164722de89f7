import { useRef } from 'react';
import { newKey } from '@/client/key';

/** Gives each lot that is typed its Idempotency-Key: the same lot is added once, however often its goods are refused and sent anew. */
export const useLotKeys = (): ((lot: object) => string) => {
  const keys = useRef(new Map<string, string>());
  return (lot) => {
    const text = JSON.stringify(lot);
    const key = keys.current.get(text) ?? newKey();
    keys.current.set(text, key);
    return key;
  };
};
