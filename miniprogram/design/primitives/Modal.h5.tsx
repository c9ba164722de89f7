import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { themeClass, useLarge } from '../theme';

const reachable = 'button:not(:disabled), input, select, textarea, a[href], [tabindex="0"]';

/** Keeps Tab inside `paper`. */
const keepInside = (event: KeyboardEvent, paper: HTMLElement) => {
  const stops = [...paper.querySelectorAll<HTMLElement>(reachable)];
  const [first, last] = [stops[0], stops.at(-1)];
  const { activeElement } = document;
  if (!first || !last) return;
  if (event.shiftKey && (activeElement === first || activeElement === paper)) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && activeElement === last) {
    event.preventDefault();
    first.focus();
  }
};

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
  useEffect(() => {
    const before = document.activeElement;
    paper.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
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
        onKeyDown={(event) => {
          if (event.key === 'Escape') onClose();
          if (event.key === 'Tab' && paper.current) keepInside(event, paper.current);
        }}
      >
        {children}
      </div>
    </div>,
    document.body,
  );
}
