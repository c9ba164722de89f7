import { useState } from 'react';
import { type PhotoId } from '#shared/contracts/ids';
import { type CrateView, type Holder } from '#shared/contracts/delivery/stopViews';
import { PhotoNote } from '@/blocks/photo/PhotoNote';
import { uploadPhoto } from '@/client/upload';
import { Button } from '@/design/components/Button';
import { SelectField } from '@/design/components/SelectField';
import { Sheet } from '@/design/components/Sheet';
import { Stepper } from '@/design/components/Stepper';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useTexts } from '@/i18n/texts';
import { receiveTexts } from './texts';
import { type Difference } from './useReceive';

const holders = ['facility', 'courier', 'supplier', 'leader', 'nobody'] as const satisfies readonly Holder[];
const isHolder = (value: string): value is Holder => (holders as readonly string[]).includes(value);

type DifferenceSheetProps = {
  crate: CrateView;
  onSave: (differences: readonly Difference[]) => void;
  onClose: () => void;
};

/** What really came in a crate, where the rest is, and a photo of it. */
export function DifferenceSheet({ crate, onSave, onClose }: DifferenceSheetProps) {
  const t = useTexts(receiveTexts);
  const say = useBilingual();
  const [received, setReceived] = useState<Readonly<Record<string, number>>>({});
  const [heldBy, setHeldBy] = useState<Holder>('facility');
  const [note, setNote] = useState('');
  const [photo, setPhoto] = useState<{ path: string; photoId: PhotoId } | undefined>();
  const differs = ({ skuId, units }: { skuId: string; units: number }) =>
    (received[skuId] ?? units) !== units;
  const differing = crate.items.filter(differs);
  const send = async (path: string) => {
    const { photoId } = await uploadPhoto('/delivery-photos', path);
    setPhoto({ path, photoId });
  };
  const save = () =>
    onSave(
      differing.map(({ skuId, units }) => ({
        crateId: crate.crateId,
        skuId,
        received: received[skuId] ?? units,
        heldBy,
        ...(note.trim() === '' ? {} : { note: note.trim() }),
        ...(photo ? { photoId: photo.photoId } : {}),
      })),
    );
  const same = differing.length === 0;
  return (
    <Sheet
      open
      title={t('differenceTitle', { label: crate.label })}
      onClose={onClose}
      footer={
        <Button block size="big" disabled={!same && !photo} onTap={save}>
          {t(same ? 'same' : 'save')}
        </Button>
      }
    >
      <Box className="lt-column">
        {crate.items.map(({ skuId, title, units }) => (
          <Box key={skuId} className="lt-row lt-row--between">
            <Box className="lt-grow">
              <Words className="lt-strong">{say(title)}</Words>
              <Box className={differs({ skuId, units }) ? 'lt-small lt-tomato' : 'lt-small lt-soft'}>
                <Words>{t('expected', { n: units })}</Words>
              </Box>
            </Box>
            <Stepper
              value={received[skuId] ?? units}
              max={units * 2 + 20}
              name={`${say(title)} ${t('reallyCame')}`}
              onChange={(value) => setReceived((before) => ({ ...before, [skuId]: value }))}
            />
          </Box>
        ))}
        <SelectField
          id="held-by"
          label={t('heldBy')}
          value={heldBy}
          options={holders.map((value) => ({ value, text: t(value) }))}
          onChange={(value) => {
            if (isHolder(value)) setHeldBy(value);
          }}
        />
        <PhotoNote
          id="difference-note"
          photo={photo?.path}
          onPhoto={send}
          needed={!same}
          note={note}
          onNote={setNote}
        />
      </Box>
    </Sheet>
  );
}
