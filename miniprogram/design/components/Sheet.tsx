import { type ReactNode } from 'react';
import { useTexts } from '@/i18n/texts';
import { designTexts } from '../designTexts';
import { Icon } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Modal } from '../primitives/Modal';
import { Tap } from '../primitives/Tap';
import { Words } from '../primitives/Words';
import { Button } from './Button';

type SheetProps = {
  open: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Stays at the bottom: the buttons. */
  footer?: ReactNode;
};

/** Comes from below (in the middle of a wide screen) over the page; Escape, the cross and the veil close it. */
export function Sheet({ open, title, onClose, children, footer }: SheetProps) {
  const t = useTexts(designTexts);
  if (!open) return null;
  return (
    <Modal title={title} onClose={onClose}>
      <Box className="lt-sheet__head">
        <Words as="h2" className="lt-head lt-grow">
          {title}
        </Words>
        <Tap label={t('close')} onTap={onClose} className="lt-sheet__close">
          <Icon name="close" />
        </Tap>
      </Box>
      <Box className="lt-sheet__body">{children}</Box>
      {footer ? <Box className="lt-sheet__foot">{footer}</Box> : null}
    </Modal>
  );
}

type ConfirmProps = {
  open: boolean;
  title: string;
  /** What will happen, in one sentence. */
  body: string;
  /** What may be added, below. */
  children?: ReactNode;
  confirm: string;
  onConfirm: () => void;
  onClose: () => void;
  danger?: boolean;
  busy?: boolean;
};

/** Asks before something that cannot be undone. */
export function ConfirmSheet({
  body,
  children,
  confirm,
  onConfirm,
  danger = false,
  busy = false,
  ...sheet
}: ConfirmProps) {
  const t = useTexts(designTexts);
  return (
    <Sheet
      {...sheet}
      footer={
        <Box className="lt-sheet__choice">
          <Button kind="secondary" onTap={sheet.onClose}>
            {t('cancel')}
          </Button>
          <Button kind={danger ? 'danger' : 'primary'} busy={busy} onTap={onConfirm}>
            {confirm}
          </Button>
        </Box>
      }
    >
      <Box className="lt-column">
        <Words as="p">{body}</Words>
        {children}
      </Box>
    </Sheet>
  );
}
