import { useQueryClient } from '@tanstack/react-query';
import { type City } from '#shared/contracts/catalog/cities';
import { type Cycle } from '#shared/contracts/catalog/cycles';
import { FormSheet } from '@/blocks/form/FormSheet';
import { Pair } from '@/blocks/form/Pair';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { MomentField } from '@/design/components/SelectField';
import { showToast } from '@/design/components/Toast';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import {
  checkCycle,
  cycleDraft,
  type CycleDraft,
  nextCycleDraft,
  refusedCycle,
  windowOf,
} from './cycleDraft';
import { cyclesTexts } from './texts';

type CycleSheetProps = {
  city: City;
  cycle: Cycle | undefined;
  /** What a new one follows. */
  latest: Cycle | undefined;
  onClose: () => void;
};

/** A new cycle, or one that has not opened to move. */
export function CycleSheet({ city, cycle, latest, onClose }: CycleSheetProps) {
  const t = useTexts(cyclesTexts);
  const queryClient = useQueryClient();
  const form = useForm({
    name: 'cycle',
    start: cycle ? cycleDraft(cycle) : nextCycleDraft(latest, serverNow()),
    check: (draft: CycleDraft) => checkCycle(draft, serverNow()),
    save: (key, draft: CycleDraft) =>
      cycle
        ? api.catalog.rescheduleCycle({
            params: { cycleId: cycle.cycleId },
            body: { version: draft.version, ...windowOf(draft) },
            idempotencyKey: key,
          })
        : api.catalog.scheduleCycle({
            body: { cityId: city.cityId, ...windowOf(draft) },
            idempotencyKey: key,
          }),
    refusal: refusedCycle,
    onSaved: () => {
      void queryClient.invalidateQueries({ queryKey: ['cycles'] });
      showToast(t('saved'));
      onClose();
    },
    ...(cycle
      ? {
          reload: async () => cycleDraft(await api.catalog.readCycle({ params: { cycleId: cycle.cycleId } })),
        }
      : {}),
  });
  const { field } = form;
  return (
    <FormSheet
      title={cycle ? t('edit') : t('add')}
      form={form}
      onClose={onClose}
      intro={
        <Words as="p" className="lt-small lt-soft">
          {t('zone', { zone: city.timeZone })}
        </Words>
      }
    >
      <Pair>
        <MomentField {...field('opensDate')} kind="date" label={t('opensDate')} />
        <MomentField {...field('opensTime')} kind="time" label={t('opensTime')} />
      </Pair>
      <Pair>
        <MomentField {...field('cutoffDate')} kind="date" label={t('cutoffDate')} />
        <MomentField {...field('cutoffTime')} kind="time" label={t('cutoffTime')} />
      </Pair>
      <MomentField {...field('pickupDate')} kind="date" label={t('pickupDate')} />
    </FormSheet>
  );
}
