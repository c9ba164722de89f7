import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type GroupOrderId } from '#shared/contracts/ids';
import { api } from '@/client/api';
import { pictureAddress } from '@/client/pictures';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { Picture } from '@/design/components/Picture';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { groupOrderTexts } from './texts';

/** Totals by product, most units first. */
export function Products({ groupOrderId, version }: { groupOrderId: GroupOrderId; version: number }) {
  const t = useTexts(groupOrderTexts);
  const say = useBilingual();
  const query = useQuery({
    queryKey: ['group-order-products', groupOrderId, version],
    queryFn: () => api.orders.listGroupOrderProducts({ params: { groupOrderId } }),
    placeholderData: keepPreviousData,
  });
  return (
    <QueryState query={query}>
      {({ items }) => (
        <Card flush as="div">
          <Box as="ul" label={t('byProduct')}>
            {items.map(({ offerId, title, pack, pictureUrl, units, orders, total }) => (
              <Box as="li" key={offerId} className="group-order-product">
                <Box className="group-order-product__picture">
                  <Picture src={pictureAddress(pictureUrl)} alt="" />
                </Box>
                <Box className="lt-grow">
                  <Words className="lt-strong">{say(title)}</Words>
                  <Box className="lt-small lt-soft">
                    <Words>{`${say(pack)} · ${t('orders', { n: orders })} · ${formatMoney(total)}`}</Words>
                  </Box>
                </Box>
                <Words className="lt-title lt-leaf lt-number">{t('units', { n: units })}</Words>
              </Box>
            ))}
          </Box>
        </Card>
      )}
    </QueryState>
  );
}
