import { type ConsolidationView } from '#shared/contracts/orders/consolidationViews';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useNamed } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { Goods } from './Goods';
import { ListFrame } from './ListFrame';
import { type OnePoint } from './PickupList';
import { consolidationTexts } from './texts';
import { useSortList } from './useLists';

type SortListProps = { consolidation: ConsolidationView; onPoint: (point: OnePoint) => void };

/** What goes into the crates of each stop; on paper each stop on a sheet of its own. */
export function SortList({ consolidation, onPoint }: SortListProps) {
  const t = useTexts(consolidationTexts);
  const named = useNamed();
  const pages = useSortList(consolidation.consolidationId);
  return (
    <ListFrame title={t('sort')} consolidation={consolidation} pages={pages} csv="sort-list">
      <Box className="consolidation-stops">
        {pages.items
          .map((stop) => ({ ...stop, name: named(stop.pickupPointName, stop.pickupPointNameEn) }))
          .map(({ pickupPointId, name, orders, skus }) => (
            <Card key={pickupPointId} className="lt-print-page" label={name}>
              <Box className="lt-column">
                <Box className="lt-row lt-row--between lt-row--wrap">
                  <Words as="h2" className="lt-head">
                    {name}
                  </Words>
                  <Words className="lt-small lt-soft">{t('ordersOf', { n: orders })}</Words>
                </Box>
                <Box as="ul" className="consolidation-skus">
                  {skus.map(({ skuId, title, pack, temperature, units }) => (
                    <Box as="li" key={skuId} className="lt-row lt-row--between lt-print-block">
                      <Box className="lt-grow">
                        <Goods title={title} pack={pack} />
                      </Box>
                      {temperature !== 'ambient' && (
                        <Tag tone="sky" icon="cold">
                          {t(temperature)}
                        </Tag>
                      )}
                      <Words className="lt-strong lt-number">{units}</Words>
                      <Box decorative className="consolidation-tick" />
                    </Box>
                  ))}
                </Box>
                <Button kind="quiet" icon="people" onTap={() => onPoint({ pickupPointId, name })}>
                  {t('neighbours')}
                </Button>
              </Box>
            </Card>
          ))}
      </Box>
    </ListFrame>
  );
}
