import { type FacilityView } from '#shared/contracts/delivery/fleet';
import { type CityId } from '#shared/contracts/ids';
import { BilingualFields } from '@/blocks/form/BilingualFields';
import { isFilled } from '@/blocks/form/check';
import { useForm } from '@/blocks/form/useForm';
import {
  checkPosition,
  type FarAnswer,
  farAnswer,
  positionOf,
  typedPosition,
} from '@/blocks/operator/point/draft';
import { PlaceProblem } from '@/blocks/operator/point/PlaceProblem';
import { PositionFields } from '@/blocks/operator/point/PositionFields';
import { api } from '@/client/api';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { SelectField } from '@/design/components/SelectField';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { placesTexts } from './texts';
import { useFacilitiesChanged } from './usePlaces';

type Draft = {
  nameZh: string;
  nameEn: string;
  kind: FacilityView['kind'];
  address: string;
  lng: string;
  lat: string;
  open: boolean;
} & FarAnswer;
type FacilityFormProps = {
  cityId: CityId;
  /** Undefined: a new one is added. */
  facility: FacilityView | undefined;
  onSaved: (facility: FacilityView) => void;
};

const draftOf = (facility: FacilityView | undefined): Draft => ({
  nameZh: facility?.name.zh ?? '',
  nameEn: facility?.name.en ?? '',
  kind: facility?.kind ?? 'grid',
  address: facility?.address ?? '',
  ...(facility ? typedPosition(facility.position) : { lng: '', lat: '' }),
  open: facility?.open ?? true,
});

const factsOf = (draft: Draft) => ({
  name: { zh: draft.nameZh.trim(), en: draft.nameEn.trim() },
  kind: draft.kind,
  address: draft.address.trim(),
  position: positionOf(draft) ?? { lng: 0, lat: 0 },
  open: draft.open,
  ...farAnswer(draft),
});

/** Adds a warehouse, or changes what is known of one. */
export function FacilityForm({ cityId, facility, onSaved }: FacilityFormProps) {
  const t = useTexts(placesTexts);
  const say = useBilingual();
  const changed = useFacilitiesChanged();
  const form = useForm<Draft, FacilityView>({
    name: 'facility',
    start: draftOf(facility),
    check: (draft) => ({
      nameZh: isFilled(draft.nameZh),
      nameEn: isFilled(draft.nameEn),
      address: isFilled(draft.address),
      ...checkPosition(draft),
    }),
    save: (key, draft) =>
      facility
        ? api.delivery.changeFacility({
            params: { facilityId: facility.facilityId },
            body: { version: facility.version, ...factsOf(draft) },
            idempotencyKey: key,
          })
        : api.delivery.createFacility({ body: { cityId, ...factsOf(draft) }, idempotencyKey: key }),
    onSaved: (saved) => {
      void changed();
      showToast(t(facility ? 'saved' : 'added'));
      onSaved(saved);
    },
    // The list that this stands beside begins the form anew with the version that it then has.
    ...(facility ? { reload: () => changed().then(() => draftOf(facility)) } : {}),
  });
  const { draft, change, field } = form;
  return (
    <Card label={t('facilities')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {facility ? say(facility.name) : t('addFacility')}
        </Words>
        <BilingualFields label={t('name')} zh={field('nameZh')} en={field('nameEn')} maxLength={40} />
        <SelectField
          id="facility-kind"
          label={t('kind')}
          value={draft.kind}
          options={[
            { value: 'central', text: t('central') },
            { value: 'grid', text: t('grid') },
          ]}
          onChange={(kind) => change({ kind: kind as Draft['kind'] })}
        />
        <TextField {...field('address')} label={t('address')} maxLength={120} />
        <PositionFields lng={field('lng')} lat={field('lat')} onChange={change} />
        <Switch
          label={t('open')}
          detail={t('facilityOpenDetail')}
          on={draft.open}
          onChange={(open) => change({ open })}
        />
        <PlaceProblem form={form} />
        <Button block size="big" busy={form.busy} onTap={form.submit}>
          {t(facility ? 'save' : 'addFacility')}
        </Button>
      </Box>
    </Card>
  );
}
