import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { GroupBar } from '@/blocks/offer/GroupBar';
import { Avatar } from '@/design/components/Avatar';
import { Card } from '@/design/components/Card';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { offerPageTexts } from './texts';

/** The group buy at my pickup point: how far, who is in, and what happens if it fails. */
export function GroupCard({ offer }: { offer: OfferCard }) {
  const t = useTexts(offerPageTexts);
  if (!offer.group) return null;
  const { target, progress } = offer.group;
  return (
    <Card label={t('groupTitle')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('groupTitle')}
        </Words>
        <Words as="p" className="lt-small lt-soft">
          {t(target.kind === 'shoppers' ? 'groupShoppers' : 'groupUnits', { n: target.count })}
        </Words>
        <GroupBar offer={offer} />
        {progress.initials.length > 0 && (
          <Box className="lt-row lt-row--wrap" role="group" label={t('members')}>
            {progress.initials.map((initial, at) => (
              <Avatar key={`${initial}${at}`} name={initial} small />
            ))}
          </Box>
        )}
        <Words as="p" className="lt-tiny lt-soft">
          {t('groupBack')}
        </Words>
      </Box>
    </Card>
  );
}
