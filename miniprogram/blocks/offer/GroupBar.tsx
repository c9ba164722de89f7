import { type OfferCard } from '#shared/contracts/catalog/shopping';
import { Progress } from '@/design/components/Progress';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { offerTexts } from './offerTexts';

/** How far the group buy is at my pickup point, and what is missing. */
export function GroupBar({ offer }: { offer: OfferCard }) {
  const t = useTexts(offerTexts);
  const say = useBilingual();
  if (!offer.group) return null;
  const { target, progress } = offer.group;
  const reached = target.kind === 'shoppers' ? progress.shoppers : progress.units;
  const missing = Math.max(0, target.count - reached);
  const words =
    progress.status === 'formed' || missing === 0
      ? t('formed')
      : t(target.kind === 'shoppers' ? 'missingShoppers' : 'missingUnits', { n: missing });
  return (
    <Box className="lt-column lt-column--tight">
      <Progress value={reached} max={target.count} label={t('groupProgress', { title: say(offer.title) })} />
      <Words className="lt-tiny lt-leaf">{words}</Words>
    </Box>
  );
}
