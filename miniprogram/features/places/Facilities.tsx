import { type CityId } from '#shared/contracts/ids';
import { EditedList } from '@/blocks/operator/EditedList';
import { ListRow } from '@/design/components/ListRow';
import { Tag } from '@/design/components/Tag';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { FacilityForm } from './FacilityForm';
import { placesTexts } from './texts';
import { useFacilities } from './usePlaces';

/** The warehouses that routes begin at. */
export function Facilities({ cityId }: { cityId: CityId }) {
  const t = useTexts(placesTexts);
  const say = useBilingual();
  return (
    <EditedList
      label={t('facilities')}
      icon="home"
      words={{
        add: t('addFacility'),
        choose: t('choose'),
        none: t('noFacility'),
        noneDetail: t('noFacilityDetail'),
      }}
      pages={useFacilities(cityId)}
      idOf={({ facilityId }) => facilityId}
      row={({ facilityId, name, kind, address, open }, line) => (
        <ListRow
          key={facilityId}
          icon="home"
          title={say(name)}
          detail={`${t(kind)} · ${address}`}
          trailing={open ? undefined : <Tag tone="tomato">{t('closed')}</Tag>}
          {...line}
        />
      )}
      form={(facility, onSaved) => <FacilityForm cityId={cityId} facility={facility} onSaved={onSaved} />}
    />
  );
}
