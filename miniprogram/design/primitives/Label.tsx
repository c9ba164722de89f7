import { Label as PlatformLabel } from '@tarojs/components';
import { type ReactNode } from 'react';

/** The visible name of the field `for`. */
export function Label({ for: id, children }: { for: string; children: ReactNode }) {
  return (
    <PlatformLabel for={id} className="lt-label">
      {children}
    </PlatformLabel>
  );
}
