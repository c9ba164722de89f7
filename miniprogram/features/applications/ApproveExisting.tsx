import { useState } from 'react';
import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type LeaderApplication } from '#shared/contracts/identity/account';
import { type PickupPointId } from '#shared/contracts/ids';
import { LoadMore } from '@/blocks/form/LoadMore';
import { SearchField } from '@/blocks/form/SearchField';
import { messageOf } from '@/client/apiProblem';
import { useManagedPoints } from '@/client/managedPoints';
import { QueryState } from '@/client/QueryState';
import { useWrite } from '@/client/useWrite';
import { Button } from '@/design/components/Button';
import { EmptyState } from '@/design/components/States';
import { Switch } from '@/design/components/Switch';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { applicationsTexts } from './texts';
import { approve } from './useApplications';

type ApproveExistingProps = { application: LeaderApplication; onDone: () => void };

/** Gives a pickup point that is there to the applicant; the one that was asked for is proposed. */
export function ApproveExisting({ application, onDone }: ApproveExistingProps) {
  const t = useTexts(applicationsTexts);
  const say = useBilingual();
  const { applicationId, cityId, name } = application;
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<PickupPointId | undefined>(application.pickupPointId);
  const { query, items, loadMore } = useManagedPoints(cityId, words);
  const decide = useWrite((_key, pickupPointId: PickupPointId) => approve(applicationId, pickupPointId), {
    onSuccess: onDone,
    onError: (error) => showToast(messageOf(error), 'problem'),
  });
  const who = ({ leaderName, address }: ManagedPickupPoint) =>
    `${address} · ${leaderName === undefined ? t('unled') : t('led', { name: leaderName })}`;
  return (
    <Box className="lt-column">
      <SearchField label={t('searchPoint')} value={words} onChange={setWords} />
      <QueryState query={query}>
        {() =>
          items.length === 0 ? (
            <EmptyState icon="shop" title={t('noPoint')} />
          ) : (
            <Box>
              {items.map((point) => (
                <Switch
                  key={point.pickupPointId}
                  label={say(point.name)}
                  detail={who(point)}
                  on={point.pickupPointId === chosen}
                  onChange={(on) => setChosen(on ? point.pickupPointId : undefined)}
                />
              ))}
            </Box>
          )
        }
      </QueryState>
      <LoadMore query={query} onTap={loadMore} />
      <Button
        block
        size="big"
        busy={decide.isPending}
        disabled={chosen === undefined}
        onTap={() => {
          if (chosen !== undefined) decide.mutate(chosen);
        }}
      >
        {chosen === undefined ? t('chooseOne') : t('approveExisting', { name })}
      </Button>
    </Box>
  );
}
