import { type ManagedPickupPoint } from '#shared/contracts/delivery/pickupPoints';
import { type CityId } from '#shared/contracts/ids';
import { useForm } from '@/blocks/form/useForm';
import { checkPoint, draftOf, factsOf, newPoint, type PointDraft } from '@/blocks/operator/point/draft';
import { PlaceProblem } from '@/blocks/operator/point/PlaceProblem';
import { PointFields } from '@/blocks/operator/point/PointFields';
import { api } from '@/client/api';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { showToast } from '@/design/components/Toast';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { placesTexts } from './texts';
import { usePointsChanged } from './usePlaces';

type PointFormProps = {
  cityId: CityId;
  /** Absent: a new one is opened. */
  point?: ManagedPickupPoint;
  onSaved: (point: ManagedPickupPoint) => void;
};

/** Opens a pickup point, or changes what is known of one. */
export function PointForm({ cityId, point, onSaved }: PointFormProps) {
  const t = useTexts(placesTexts);
  const say = useBilingual();
  const changed = usePointsChanged();
  const form = useForm<PointDraft, ManagedPickupPoint>({
    name: 'point',
    start: point ? draftOf(point) : newPoint,
    check: checkPoint,
    save: (key, draft) =>
      point
        ? api.delivery.changePickupPoint({
            params: { pickupPointId: point.pickupPointId },
            body: { version: point.version, ...factsOf(draft) },
            idempotencyKey: key,
          })
        : api.delivery.createPickupPoint({ body: { cityId, ...factsOf(draft) }, idempotencyKey: key }),
    onSaved: (saved) => {
      void changed();
      showToast(t(point ? 'saved' : 'opened'));
      onSaved(saved);
    },
    // The list that this stands beside begins the form anew with the version that it then has.
    ...(point ? { reload: () => changed().then(() => draftOf(point)) } : {}),
  });
  return (
    <Card label={t(point ? 'points' : 'add')}>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {point ? say(point.name) : t('add')}
        </Words>
        <PointFields form={form} />
        <PlaceProblem form={form} />
        <Button block size="big" busy={form.busy} onTap={form.submit}>
          {t(point ? 'save' : 'add')}
        </Button>
      </Box>
    </Card>
  );
}
