import { useRef, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { themeClass, useLarge } from '../theme';
import { useDialog } from './useDialog';

/** A dialog above everything: takes the focus, keeps it inside, and gives it back. */
export function Modal({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const large = useLarge();
  const paper = useRef<HTMLDivElement>(null);
  useDialog(paper, onClose);
  return createPortal(
    <div className={`${themeClass(large)} lt-sheet`}>
      <div className="lt-sheet__veil" onClick={onClose} />
      <div
        ref={paper}
        className="lt-sheet__paper"
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
      >
        {children}
      </div>
    </div>,
    document.body,
  );
}
