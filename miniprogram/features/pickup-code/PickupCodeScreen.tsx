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
  const say = useBilingual();
  const query = usePickupCode(orderId);
  return (
    <Page title={t('title')}>
      <SignInGate>
        <QueryState query={query}>
          {(code) => (
            <>
              {query.isError && <Notice tone="yolk">{t('offline')}</Notice>}
              <Card>
                <Box className="pickup-code__card">
                  <Tag tone={tones[code.status]}>{t(code.status)}</Tag>
                  {(code.status === 'ready' || code.status === 'waiting') && (
                    <>
                      <Words as="h2" className="lt-head">
                        {t('show')}
                      </Words>
                      <CodeFace digits={code.digits} qr={code.qr} size={240} />
                    </>
                  )}
                  {code.status === 'ready' && code.collectBefore !== undefined && (
                    <CollectBefore instant={code.collectBefore} lookAgain={query.refetch} />
                  )}
                </Box>
              </Card>
              <Card flush label={t('where')}>
                <ListRow icon="pin" title={say(code.pickupPoint.name)} detail={code.pickupPoint.address} />
                <ListRow
                  icon="clock"
                  title={t('hours', {
                    hours: code.pickupPoint.openingHours.map(formatHours).join(' '),
                  })}
                />
              </Card>
              {(code.status === 'ready' || code.status === 'waiting') && <ProxyCard code={code} />}
            </>
          )}
        </QueryState>
      </SignInGate>
    </Page>
  );
}
