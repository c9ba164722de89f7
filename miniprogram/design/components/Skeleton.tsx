import { useTexts } from '@/i18n/texts';
import { designTexts } from '../designTexts';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

type SkeletonProps = { width?: string; height?: string; round?: boolean };

/** The grey shape of what will stand here. */
export function Skeleton({ width = '100%', height = '1em', round = false }: SkeletonProps) {
  return (
    <Box
      decorative
      className="lt-skeleton"
      style={{ width, height, borderRadius: round ? '50%' : 'var(--round-small)' }}
    />
  );
}

/** The shape of a list that is being loaded; says so to screen readers. */
export function SkeletonRows({ rows = 4, height = '88px' }: { rows?: number; height?: string }) {
  const t = useTexts(designTexts);
  return (
    <Box className="lt-column" role="status">
      <Words className="lt-spoken">{t('loading')}</Words>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Box>
  );
}
