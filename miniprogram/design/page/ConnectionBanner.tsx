import { useTexts } from '@/i18n/texts';
import { useOnline } from '@/platform/online';
import { useStale } from '@/platform/staleness';
import { designTexts } from '../designTexts';
import { Icon } from '../icon/Icon';
import { Box } from '../primitives/Box';
import { Words } from '../primitives/Words';

/** Says that what is shown may be old: without a network, or while the live connection catches up. */
export function ConnectionBanner() {
  const t = useTexts(designTexts);
  const online = useOnline();
  const stale = useStale();
  return (
    <Box live="polite" role="status">
      {(!online || stale) && (
        <Box className="lt-banner">
          <Icon name={online ? 'refresh' : 'offline'} />
          <Words>{online ? t('stale') : t('offline')}</Words>
        </Box>
      )}
    </Box>
  );
}
