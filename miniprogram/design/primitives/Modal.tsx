import { View } from '@tarojs/components';
import { type ReactNode } from 'react';

/** A dialog above everything. */
export function Modal({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <View className="lt-sheet" catchMove>
      <View className="lt-sheet__veil" onClick={onClose} />
      <View className="lt-sheet__paper" ariaRole="dialog" ariaLabel={title}>
        {children}
      </View>
    </View>
  );
}
