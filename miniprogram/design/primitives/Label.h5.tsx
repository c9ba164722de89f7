import { type ReactNode } from 'react';

/** The visible name of the field `for`. */
export function Label({ for: id, children }: { for: string; children: ReactNode }) {
  return (
    <label htmlFor={id} className="lt-label">
      {children}
    </label>
  );
}
