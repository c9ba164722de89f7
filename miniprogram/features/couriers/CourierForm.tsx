import { type CourierView } from '#shared/contracts/delivery/fleet';
import { areHoursPossible } from '#shared/contracts/delivery/hours';
import { type CityId } from '#shared/contracts/ids';
import { isFilled, isPhone, isWhole, wholeOf } from '@/blocks/form/check';
import { FormProblem } from '@/blocks/form/FormProblem';
import { Pair } from '@/blocks/form/Pair';
import { useForm } from '@/blocks/form/useForm';
import { api } from '@/client/api';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { MomentField, SelectField } from '@/design/components/SelectField';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { couriersTexts } from './texts';
import { useCouriersChanged } from './useCouriers';

const vehicles = ['bicycle', 'tricycle', 'van', 'truck'] as const;
const mostCrates = 1_000;

type Draft = {
  /** Only of a new courier. */
  phone: string;
  displayName: string;
  vehicle: CourierView['vehicle'];
  crateCapacity: string;
  coldCapable: boolean;
  from: string;
  to: string;
  active: boolean;
};
type CourierFormProps = {
  cityId: CityId;
  /** Undefined: a new one is added, with the account to sign in with. */
  courier: CourierView | undefined;
  onSaved: (courier: CourierView) => void;
};

const draftOf = (courier: CourierView | undefined): Draft => ({
  phone: '',
  displayName: courier?.displayName ?? '',
  vehicle: courier?.vehicle ?? 'van',
  crateCapacity: String(courier?.crateCapacity ?? 120),
  coldCapable: courier?.coldCapable ?? false,
  from: courier?.shift.from ?? '06:30',
  to: courier?.shift.to ?? '18:00',
  active: courier?.active ?? true,
});

/** Adds a courier, or changes what planning knows of one. */
export function CourierForm({ cityId, courier, onSaved }: CourierFormProps) {
  const t = useTexts(couriersTexts);
  const changed = useCouriersChanged();
  const form = useForm<Draft, CourierView>({
    name: 'courier',
    start: draftOf(courier),
    check: (draft) => ({
      phone: courier ? undefined : isPhone(draft.phone),
      displayName: isFilled(draft.displayName),
      crateCapacity: isWhole(draft.crateCapacity, 1, mostCrates),
      to: areHoursPossible(draft) ? undefined : t('shiftWrong'),
    }),
    save: async (key, { phone, displayName, from, to, crateCapacity, ...facts }) => {
      const accountId =
        courier?.courierAccountId ??
        (await api.identity.createCourier({ body: { phone: phone.trim(), displayName: displayName.trim() } }))
          .accountId;
      return api.delivery.putCourier({
        params: { accountId },
        body: {
          ...facts,
          cityId,
          displayName: displayName.trim(),
          crateCapacity: wholeOf(crateCapacity) ?? 1,
          shift: { from, to },
        },
        idempotencyKey: key,
      });
    },
    onSaved: (saved) => {
      changed();
      showToast(t(courier ? 'saved' : 'added'));
      onSaved(saved);
    },
  });
  const { draft, change, field } = form;
  return (
    <Card label={t(courier ? 'title' : 'add')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {courier ? courier.displayName : t('add')}
        </Words>
        {!courier && <TextField {...field('phone')} kind="phone" label={t('phone')} hint={t('phoneHint')} />}
        <TextField {...field('displayName')} label={t('name')} maxLength={30} />
        <SelectField
          id="courier-vehicle"
          label={t('vehicle')}
          value={draft.vehicle}
          options={vehicles.map((value) => ({ value, text: t(value) }))}
          onChange={(vehicle) => change({ vehicle: vehicle as Draft['vehicle'] })}
        />
        <TextField {...field('crateCapacity')} kind="digits" label={t('crates')} maxLength={4} />
        <Pair>
          <MomentField {...field('from')} kind="time" label={t('from')} />
          <MomentField {...field('to')} kind="time" label={t('to')} />
        </Pair>
        <Switch
          label={t('cold')}
          detail={t('coldDetail')}
          on={draft.coldCapable}
          onChange={(coldCapable) => change({ coldCapable })}
        />
        <Switch
          label={t('active')}
          detail={t('activeDetail')}
          on={draft.active}
          onChange={(active) => change({ active })}
        />
        <FormProblem form={form} />
        <Button block size="big" busy={form.busy} onTap={form.submit}>
          {t(courier ? 'save' : 'add')}
        </Button>
      </Box>
    </Card>
  );
}
