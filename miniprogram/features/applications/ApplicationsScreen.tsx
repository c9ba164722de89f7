import { useState } from 'react';
import { type ApplicationStatus, type LeaderApplication } from '#shared/contracts/identity/account';
import { LoadMore } from '@/blocks/form/LoadMore';
import { ListDetail } from '@/blocks/operator/ListDetail';
import { OperatorPage } from '@/blocks/operator/OperatorPage';
import { QueryState } from '@/client/QueryState';
import { Card } from '@/design/components/Card';
import { ListRow } from '@/design/components/ListRow';
import { EmptyState } from '@/design/components/States';
import { Tabs } from '@/design/components/Tabs';
import { formatMoment } from '@/design/format/date';
import { Box } from '@/design/primitives/Box';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { ApplicationCard } from './ApplicationCard';
import { applicationsTexts } from './texts';
import { useApplications } from './useApplications';

const states = ['pending', 'approved', 'rejected'] as const;

/** Neighbours who want to become leaders: read, then approve with a pickup point or refuse with a reason. */
export function ApplicationsScreen() {
  const t = useTexts(applicationsTexts);
  const [status, setStatus] = useState<ApplicationStatus>('pending');
  return (
    <OperatorPage title={t('title')}>
      {() => (
        <Box className="lt-column">
          <Tabs
            label={t('states')}
            value={status}
            onChange={setStatus}
            tabs={states.map((value) => ({ value, text: t(value) }))}
          />
          <InState key={status} status={status} />
        </Box>
      )}
    </OperatorPage>
  );
}

function InState({ status }: { status: ApplicationStatus }) {
  const t = useTexts(applicationsTexts);
  const { query, items, loadMore } = useApplications(status);
  const [chosen, setChosen] = useState<string | undefined>();
  const shown = items.find(({ applicationId }) => applicationId === chosen);
  return (
    <QueryState query={query}>
      {() =>
        items.length === 0 ? (
          <EmptyState
            icon="people"
            title={t(`none_${status}`)}
            {...(status === 'pending' ? { detail: t('none_pendingDetail') } : {})}
          />
        ) : (
          <ListDetail
            detailLabel={t('title')}
            icon="people"
            choose={t('choose')}
            onBack={() => setChosen(undefined)}
            list={
              <>
                <Card flush>
                  {items.map((one) => (
                    <Row
                      key={one.applicationId}
                      application={one}
                      chosen={one.applicationId === chosen}
                      onTap={() => setChosen(one.applicationId)}
                    />
                  ))}
                </Card>
                <LoadMore query={query} onTap={loadMore} />
              </>
            }
            detail={
              shown && (
                <ApplicationCard
                  key={shown.applicationId}
                  application={shown}
                  onDecided={() => setChosen(undefined)}
                />
              )
            }
          />
        )
      }
    </QueryState>
  );
}

type RowProps = { application: LeaderApplication; chosen: boolean; onTap: () => void };

function Row({ application, chosen, onTap }: RowProps) {
  const t = useTexts(applicationsTexts);
  const language = useLanguage();
  const { name, place, appliedAt, decidedAt } = application;
  const moment = (instant: string) => formatMoment(instant, serverNow(), language);
  return (
    <ListRow
      icon="person"
      title={`${name} · ${place}`}
      detail={
        decidedAt === undefined
          ? t('applied', { moment: moment(appliedAt) })
          : t('decided', { moment: moment(decidedAt) })
      }
      chosen={chosen}
      onTap={onTap}
    />
  );
}
