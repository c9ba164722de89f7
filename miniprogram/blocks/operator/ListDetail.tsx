import { type ReactNode } from 'react';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { type IconName } from '@/design/icon/Icon';
import { Split } from '@/design/page/Split';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { useListPlace } from '@/platform/useListPlace';
import { useWide } from '@/platform/wide';
import { operatorTexts } from './texts';

type ListDetailProps = {
  list: ReactNode;
  /** What was chosen; nothing while nothing is. */
  detail: ReactNode;
  detailLabel: string;
  icon: IconName;
  /** Shown beside the list while nothing is chosen. */
  choose: string;
  onBack: () => void;
};

/** A list and what was chosen from it: side by side where there is room, else one in place of the other. */
export function ListDetail({ list, detail, detailLabel, icon, choose, onBack }: ListDetailProps) {
  const t = useTexts(operatorTexts);
  const wide = useWide();
  useListPlace(!wide && Boolean(detail));
  if (wide)
    return (
      <Split
        list={list}
        detail={detail ?? <EmptyState icon={icon} title={choose} />}
        detailLabel={detailLabel}
      />
    );
  if (!detail) return <Box className="lt-column">{list}</Box>;
  return (
    <Box className="lt-column">
      <Box className="lt-row">
        <Button kind="quiet" icon="back" onTap={onBack}>
          {t('backToList')}
        </Button>
      </Box>
      {detail}
    </Box>
  );
}
