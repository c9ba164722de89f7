import { type PickupPointView } from '#shared/contracts/delivery/pickupPoints';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { formatDistance } from '@/design/format/measure';
import { formatHours } from '@/design/format/hours';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { pickupPointTexts } from './texts';

type PickupPointRowProps = { point: PickupPointView; here: boolean; onChoose: () => void };

/** One pickup point with what helps to recognise it. */
export function PickupPointRow({ point, here, onChoose }: PickupPointRowProps) {
  const t = useTexts(pickupPointTexts);
  const say = useBilingual();
  const language = useLanguage();
  return (
    <Card as="article" label={say(point.name)}>
      <Box className="lt-row lt-row--between">
        <Box className="lt-grow lt-column lt-column--tight">
          <Words as="h2" className="lt-strong">
            {say(point.name)}
          </Words>
          <Words className="lt-small lt-soft">{point.address}</Words>
          <Words className="lt-small lt-soft">
            {t('hours', { hours: point.openingHours.map(formatHours).join(' ') })}
          </Words>
          <Box className="lt-row lt-row--wrap">
            {point.distanceMetres !== undefined && (
              <Tag tone="leaf" icon="pin">
                {t('distance', { distance: formatDistance(point.distanceMetres, language) })}
              </Tag>
            )}
            {point.leaderName !== undefined && (
              <Tag icon="person">{t('leader', { name: point.leaderName })}</Tag>
            )}
            {point.coldStorage && (
              <Tag tone="sky" icon="cold">
                {t('cold')}
              </Tag>
            )}
          </Box>
        </Box>
        {here ? (
          <Tag tone="leaf" icon="check">
            {t('here')}
          </Tag>
        ) : (
          <Button kind="secondary" size="small" label={`${t('choose')} ${say(point.name)}`} onTap={onChoose}>
            {t('choose')}
          </Button>
        )}
      </Box>
    </Card>
  );
}
