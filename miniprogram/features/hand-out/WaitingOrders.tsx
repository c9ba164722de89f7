import { type UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Sheet } from '@/design/components/Sheet';
import { EmptyState } from '@/design/components/States';
import { Tag } from '@/design/components/Tag';
import { TextField } from '@/design/components/TextField';
import { VirtualList } from '@/design/components/VirtualList';
import { formatMoment, formatTime } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { HandOutContents, unitsOf } from './HandOutContents';
import { useHandedOut } from './handedOut';
import { handOutTexts } from './texts';
import { type HandOutList, type Listed } from './useHandOutList';

function Waiting({ list }: { list: HandOutList }) {
  const t = useTexts(handOutTexts);
  const language = useLanguage();
  const handed = useHandedOut();
  const [sought, setSought] = useState('');
  const [shown, setShown] = useState<Listed | undefined>();
  const words = sought.trim();
  const waiting = list.items.filter(({ orderId }) => handed[orderId] === undefined);
  const items = waiting.filter(
    ({ recipientName, phoneTail }) => recipientName.includes(words) || phoneTail.includes(words),
  );
  const whereOrWhen = ({ address, collectBefore }: Listed): string[] => {
    if (address !== undefined) return [address];
    if (collectBefore === undefined) return [];
    return [t('before', { moment: formatMoment(collectBefore, serverNow(), language) })];
  };
  if (waiting.length === 0) return <EmptyState icon="bag" title={t('nobody')} detail={t('nobodyDetail')} />;
  return (
    <Box className="lt-column">
      <Box className="lt-row lt-row--between">
        <Words as="h2" className="lt-head">
          {t('waitingList')}
        </Words>
        <Tag tone="leaf">{t('waitingCount', { n: waiting.length })}</Tag>
      </Box>
      <Words className="lt-small lt-soft">{t('listFrom', { time: formatTime(list.issuedAt) })}</Words>
      <TextField id="find-waiting" kind="search" label={t('search')} value={sought} onChange={setSought} />
      <Card flush as="div">
        <VirtualList
          items={items}
          keyOf={({ orderId }) => orderId}
          estimate={720}
          label={t('waitingList')}
          render={(item) => (
            <Box className="hand-out-waiting">
              <ListRow
                title={`${item.recipientName} · ${item.phoneTail}`}
                detail={[t('units', { n: unitsOf(item) }), ...whereOrWhen(item)].join(' · ')}
                trailing={item.overdueSince === undefined ? undefined : <Tag tone="tomato">{t('late')}</Tag>}
                onTap={() => setShown(item)}
              />
            </Box>
          )}
        />
      </Card>
      {shown && (
        <Sheet open title={t('waitingList')} onClose={() => setShown(undefined)}>
          <HandOutContents handOut={shown} />
        </Sheet>
      )}
    </Box>
  );
}

/** Who has not come yet. Looking at an order hands nothing out: that needs its code. */
export function WaitingOrders({ list }: { list: UseQueryResult<HandOutList> }) {
  return <QueryState query={list}>{(data) => <Waiting list={data} />}</QueryState>;
}
