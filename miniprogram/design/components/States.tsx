import { type ReactNode } from 'react';
import { useTexts } from '@/i18n/texts';
import { designTexts } from '../designTexts';
import { Icon, type IconName } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';
import { Button } from './Button';

type StateProps = { icon: IconName; title: string; detail?: string | undefined; action?: ReactNode };

/** Nothing here, said kindly, with the way on. */
export function EmptyState({ icon, title, detail, action }: StateProps) {
  return (
    <Box className="lt-state">
      <Box decorative className="lt-state__plate">
        <Icon name={icon} />
      </Box>
      <Words as="p" className="lt-head">
        {title}
      </Words>
      {detail !== undefined && (
        <Words as="p" className="lt-soft">
          {detail}
        </Words>
      )}
      {action !== undefined && <Box className="lt-state__action">{action}</Box>}
    </Box>
  );
}

type ErrorStateProps = {
  /** In words for people, e.g. `messageOf(error)` of the client. */
  message: string;
  detail?: string;
  onRetry?: () => void;
  offline?: boolean;
};

/** It did not work: what, and how to try again. */
export function ErrorState({ message, detail, onRetry, offline = false }: ErrorStateProps) {
  const t = useTexts(designTexts);
  return (
    <Box role="alert">
      <EmptyState
        icon={offline ? 'offline' : 'warning'}
        title={message}
        detail={detail}
        action={
          onRetry && (
            <Button kind="secondary" icon="refresh" onTap={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      />
    </Box>
  );
}

/** A sentence that must be seen: kinds of trouble, good news, what happens next. */
export function Notice({
  tone = 'sky',
  icon,
  children,
}: {
  tone?: 'leaf' | 'tomato' | 'yolk' | 'sky';
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <Box className={`lt-notice lt-notice--${tone}`}>
      <Icon name={icon ?? (tone === 'tomato' ? 'warning' : 'info')} />
      <Box className="lt-grow">{typeof children === 'string' ? <Words>{children}</Words> : children}</Box>
    </Box>
  );
}
