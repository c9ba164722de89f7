import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ClaimFacts } from '@/blocks/claim/ClaimFacts';
import { ClaimPhoto } from '@/blocks/claim/ClaimPhoto';
import { Facts } from '@/blocks/operator/Facts';
import { api } from '@/client/api';
import { QueryState } from '@/client/QueryState';
import { SignInGate } from '@/client/SignInGate';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Tag } from '@/design/components/Tag';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { formatPhone } from '@/design/format/phone';
import { formatReference } from '@/design/format/reference';
import { Page } from '@/design/page/Page';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { AskSheet } from './AskSheet';
import { type Case } from './claimCase';
import { DecideSheet } from './DecideSheet';
import { claimsDeskTexts } from './texts';

/** One claim with everything that helps to decide it. */
export function ClaimCaseScreen({ orderId, claimId }: { orderId: string; claimId: string }) {
  const t = useTexts(claimsDeskTexts);
  const known = useQuery({
    queryKey: ['claim-case', claimId],
    queryFn: () => api.orders.getClaimCase({ params: { orderId, claimId } }),
  });
  return (
    <Page title={t('caseTitle')} wide footer={known.data && <Actions about={known.data} />}>
      <SignInGate role="operator">
        <QueryState query={known}>
          {(about) => (
            <>
              <Card>
                <ClaimFacts claim={about.claim} />
              </Card>
              <Why about={about} />
              <Photos about={about} />
              <About about={about} />
              <History about={about} />
            </>
          )}
        </QueryState>
      </SignInGate>
    </Page>
  );
}

function Actions({ about }: { about: Case }) {
  const t = useTexts(claimsDeskTexts);
  const [doing, setDoing] = useState<'ask' | 'decide'>();
  const close = () => setDoing(undefined);
  if (about.claim.status !== 'open' && about.claim.status !== 'appealed') return null;
  return (
    <Box className="lt-row">
      <Button kind="secondary" onTap={() => setDoing('ask')}>
        {t('ask')}
      </Button>
      <Button onTap={() => setDoing('decide')}>{t('decide')}</Button>
      {doing === 'ask' && <AskSheet about={about} onClose={close} />}
      {doing === 'decide' && <DecideSheet about={about} onClose={close} />}
    </Box>
  );
}

function Why({ about: { review } }: { about: Case }) {
  const t = useTexts(claimsDeskTexts);
  if (review.length === 0) return null;
  return (
    <Card label={t('why')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('why')}
        </Words>
        <Box className="lt-row lt-row--wrap">
          {review.map((one) => (
            <Tag key={one} tone="yolk">
              {t(one)}
            </Tag>
          ))}
        </Box>
      </Box>
    </Card>
  );
}

function Photos({ about: { photos, nearDuplicates } }: { about: Case }) {
  const t = useTexts(claimsDeskTexts);
  const language = useLanguage();
  if (photos.length === 0) return null;
  return (
    <Card label={t('photos')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('photos')}
        </Words>
        {photos.map(({ photoId }) => (
          <ClaimPhoto key={photoId} photoId={photoId} />
        ))}
        {nearDuplicates.length > 0 && (
          <Words as="h2" className="lt-head">
            {t('alike')}
          </Words>
        )}
        {nearDuplicates.map(({ photoId, orderId, takenAt }) => (
          <Box key={photoId} className="lt-column lt-column--tight">
            <ClaimPhoto photoId={photoId} />
            {orderId !== undefined && (
              <Words className="lt-small lt-soft">
                {t('alikeOf', {
                  order: formatReference(orderId),
                  moment: formatMoment(takenAt, serverNow(), language),
                })}
              </Words>
            )}
          </Box>
        ))}
      </Box>
    </Card>
  );
}

function About({ about: { order, line } }: { about: Case }) {
  const t = useTexts(claimsDeskTexts);
  const language = useLanguage();
  const moment = (at: string) => formatMoment(at, serverNow(), language);
  return (
    <Card label={t('order')}>
      <Facts
        facts={[
          { name: t('order'), value: formatReference(order.orderId) },
          { name: t('who'), value: `${order.recipientName} ${formatPhone(order.recipientPhone)}` },
          order.collectedAt !== undefined && { name: t('collected'), value: moment(order.collectedAt) },
          { name: t('paidFor'), value: formatMoney(line.paid) },
          { name: t('refunded'), value: formatMoney(line.refunded) },
          { name: t('left'), value: formatMoney(line.left) },
          line.supplierName !== undefined && { name: t('supplier'), value: line.supplierName },
          line.lotId !== undefined && { name: t('lot'), value: formatReference(line.lotId) },
        ]}
      />
    </Card>
  );
}

function History({ about: { history } }: { about: Case }) {
  const t = useTexts(claimsDeskTexts);
  const rate = ({ orders, claims, granted }: Case['history']['account']) => {
    const amount = formatMoney(granted);
    return orders === undefined ? t('rate', { claims, amount }) : t('rateOf', { orders, claims, amount });
  };
  return (
    <Card label={t('history')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('history')}
        </Words>
        <Facts
          facts={[
            { name: t('account'), value: rate(history.account) },
            { name: t('pickupPoint'), value: rate(history.pickupPoint) },
            history.lot && { name: t('ofLot'), value: rate(history.lot) },
          ]}
        />
      </Box>
    </Card>
  );
}
