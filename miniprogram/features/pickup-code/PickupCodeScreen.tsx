import { type PickupCodeView } from '#shared/contracts/delivery/pickupViews';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { Notice } from '@/design/components/States';
import { Tag, type Tone } from '@/design/components/Tag';
import { Page } from '@/design/page/Page';
import { formatHours } from '@/design/format/hours';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { CodeFace } from './CodeFace';
import { CollectBefore } from './CollectBefore';
import { ProxyCard } from './ProxyCard';
import { pickupCodeTexts } from './texts';
import { usePickupCode } from './usePickupCode';
import './pickupCode.scss';

const tones: Record<'ready' | 'waiting' | 'redeemed' | 'void', Tone> = {
  ready: 'leaf',
  waiting: 'yolk',
  redeemed: 'plain',
  void: 'plain',
};

/** The code to collect with, large, also without a signal. */
export function PickupCodeScreen({ orderId }: { orderId: string }) {
  const t = useTexts(pickupCodeTexts);
  const query = usePickupCode(orderId);
  return (
    <Page title={t('title')}>
      <SignInGate>
        <QueryState query={query}>
          {(code) => (
            <>
              {query.isError && <Notice tone="yolk">{t('offline')}</Notice>}
              <Presented code={code} lookAgain={query.refetch} />
              <Where code={code} />
              {isUsable(code) && <ProxyCard code={code} />}
            </>
          )}
        </QueryState>
      </SignInGate>
    </Page>
  );
}

const isUsable = ({ status }: PickupCodeView): boolean => status === 'ready' || status === 'waiting';

/** What is shown to whom, and when. */
function Presented({ code, lookAgain }: { code: PickupCodeView; lookAgain: () => unknown }) {
  const t = useTexts(pickupCodeTexts);
  const { status, collectBefore } = code;
  const toDoor = code.fulfilment === 'door';
  const state = toDoor && (status === 'ready' || status === 'redeemed') ? (`${status}Door` as const) : status;
  return (
    <Card>
      <Box className="pickup-code__card">
        <Tag tone={tones[status]}>{t(state)}</Tag>
        {isUsable(code) && (
          <>
            <Words as="h2" className="lt-head">
              {t(toDoor ? 'showDoor' : 'show')}
            </Words>
            <CodeFace digits={code.digits} qr={code.qr} size={240} />
            {toDoor && (
              <Words as="p" className="lt-small lt-soft">
                {t('askedDoor')}
              </Words>
            )}
          </>
        )}
        {status === 'ready' && !toDoor && collectBefore !== undefined && (
          <CollectBefore instant={collectBefore} lookAgain={lookAgain} />
        )}
      </Box>
    </Card>
  );
}

function Where({ code: { pickupPoint, fulfilment } }: { code: PickupCodeView }) {
  const t = useTexts(pickupCodeTexts);
  const say = useBilingual();
  if (fulfilment === 'door')
    return (
      <Card flush label={t('whereDoor')}>
        <ListRow icon="pin" title={t('toDoor')} detail={t('fromPoint', { place: say(pickupPoint.name) })} />
      </Card>
    );
  return (
    <Card flush label={t('where')}>
      <ListRow icon="pin" title={say(pickupPoint.name)} detail={pickupPoint.address} />
      <ListRow
        icon="clock"
        title={t('hours', { hours: pickupPoint.openingHours.map(formatHours).join(' ') })}
      />
    </Card>
  );
}
