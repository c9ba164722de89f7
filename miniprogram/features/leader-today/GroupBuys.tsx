import { useState } from 'react';
import { type GroupOrderView } from '#shared/contracts/orders/groupOrders';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Progress } from '@/design/components/Progress';
import { Tag } from '@/design/components/Tag';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { todayTexts } from './texts';

type GroupBuy = GroupOrderView['groupBuys'][number];

const reached = ({ target, shoppers, units }: GroupBuy) => (target.kind === 'shoppers' ? shoppers : units);
/** What is nearly formed is worth a word to the neighbours; what is decided comes last. */
const missing = (groupBuy: GroupBuy) =>
  groupBuy.status === 'open' ? groupBuy.target.count - reached(groupBuy) : Number.MAX_SAFE_INTEGER;
const atFirst = 5;

function GroupBuyRow({ groupBuy }: { groupBuy: GroupBuy }) {
  const t = useTexts(todayTexts);
  const say = useBilingual();
  const { title, target, status } = groupBuy;
  const value = reached(groupBuy);
  const n = Math.max(0, target.count - value);
  return (
    <Box as="li" className="lt-column lt-column--tight">
      <Box className="lt-row lt-row--between">
        <Words className="lt-grow lt-clamp-1">{say(title)}</Words>
        {status === 'formed' && (
          <Tag tone="leaf" icon="check">
            {t('formed')}
          </Tag>
        )}
        {status === 'failed' && <Tag>{t('failed')}</Tag>}
        {status === 'open' && (
          <Tag tone="yolk">{t(target.kind === 'shoppers' ? 'needShoppers' : 'needUnits', { n })}</Tag>
        )}
      </Box>
      <Progress
        value={value}
        max={target.count}
        tone={status === 'formed' ? 'leaf' : 'tomato'}
        label={t('progress', { title: say(title), value, target: target.count })}
      />
    </Box>
  );
}

/** How far the group buys of the pickup point are; those that need the fewest neighbours first. */
export function GroupBuys({ groupBuys }: { groupBuys: readonly GroupBuy[] }) {
  const t = useTexts(todayTexts);
  const [all, setAll] = useState(false);
  if (groupBuys.length === 0) return null;
  const sorted = [...groupBuys].sort((a, b) => missing(a) - missing(b));
  const shown = all ? sorted : sorted.slice(0, atFirst);
  return (
    <Card>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('groupBuys')}
        </Words>
        <Box as="ul" className="lt-column">
          {shown.map((groupBuy) => (
            <GroupBuyRow key={groupBuy.offerId} groupBuy={groupBuy} />
          ))}
        </Box>
        {shown.length < sorted.length && (
          <Button block kind="quiet" onTap={() => setAll(true)}>
            {t('allGroupBuys', { n: sorted.length })}
          </Button>
        )}
      </Box>
    </Card>
  );
}
