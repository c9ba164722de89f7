import { type StopView } from '#shared/contracts/delivery/stopViews';
import { Tag } from '@/design/components/Tag';
import { formatHours } from '@/design/format/hours';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { roundTexts } from './texts';

/** Which pickup point, where, and what is brought there. */
export function StopHead({ stop }: { stop: StopView }) {
  const t = useTexts(roundTexts);
  const say = useBilingual();
  const { pickupPoint, orders, crates } = stop;
  const hours = pickupPoint.openingHours.map(formatHours).join(' ');
  return (
    <Box className="lt-column lt-column--tight">
      <Words as="h2" className="lt-title">
        {say(pickupPoint.name)}
      </Words>
      <Words className="lt-soft">{pickupPoint.address}</Words>
      <Box className="lt-row lt-row--wrap">
        <Tag icon="bag">{t('orders', { n: orders, crates: crates.length })}</Tag>
        <Tag icon="clock">{t('open', { hours })}</Tag>
        {crates.some(({ zone }) => zone === 'cold') && (
          <Tag tone="sky" icon="cold">
            {t('cold')}
          </Tag>
        )}
      </Box>
    </Box>
  );
}
