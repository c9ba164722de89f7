import { useState } from 'react';
import { type PickupPointId } from '#shared/contracts/ids';
import { type Quote } from '#shared/contracts/orders/quotes';
import { contactPhone } from '#shared/contracts/phone';
import { isVisible } from '#shared/contracts/text';
import { OpenOrdersNotice } from '@/blocks/order/OpenOrdersNotice';
import { QuoteLines } from '@/blocks/quote/QuoteLines';
import { QuoteSummary } from '@/blocks/quote/QuoteSummary';
import { QueryState } from '@/client/QueryState';
import { useQuote } from '@/client/useQuote';
import { Button } from '@/design/components/Button';
import { Card } from '@/design/components/Card';
import { Chip } from '@/design/components/Chip';
import { Notice } from '@/design/components/States';
import { TextField } from '@/design/components/TextField';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { neighbourTexts } from './texts';
import {
  linesOf,
  useKnownNeighbours,
  usePlaceForNeighbour,
  type Neighbour,
  type Picked,
} from './useOrderForNeighbour';

function Goods({ quote }: { quote: Quote }) {
  const t = useTexts(neighbourTexts);
  return (
    <Card>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('goods')}
        </Words>
        <QuoteLines quote={quote} />
        <QuoteSummary quote={quote} />
        {quote.lines.some(({ state }) => state === 'unavailable') && (
          <Notice tone="tomato">{t('unavailable')}</Notice>
        )}
      </Box>
    </Card>
  );
}

type WhoFieldsProps = {
  pickupPointId: PickupPointId;
  neighbour: Neighbour;
  wrong: { readonly name: boolean; readonly phone: boolean };
  onChange: (neighbour: Neighbour) => void;
};

function WhoFields({ pickupPointId, neighbour, wrong, onChange }: WhoFieldsProps) {
  const t = useTexts(neighbourTexts);
  const known = useKnownNeighbours(pickupPointId).data?.items ?? [];
  return (
    <Card>
      <Box className="lt-column">
        <Words as="h2" className="lt-head">
          {t('who')}
        </Words>
        {known.length > 0 && (
          <Box className="lt-row lt-row--wrap" role="group" label={t('known')}>
            {known.slice(0, 8).map((one) => (
              <Chip key={one.phone} chosen={one.phone === neighbour.phone} onTap={() => onChange(one)}>
                {one.name}
              </Chip>
            ))}
          </Box>
        )}
        <TextField
          id="neighbour-name"
          label={t('name')}
          value={neighbour.name}
          onChange={(name) => onChange({ ...neighbour, name })}
          error={wrong.name ? t('nameWrong') : undefined}
          maxLength={40}
        />
        <TextField
          id="neighbour-phone"
          kind="contact"
          label={t('phone')}
          hint={t('phoneHint')}
          value={neighbour.phone}
          onChange={(phone) => onChange({ ...neighbour, phone })}
          error={wrong.phone ? t('phoneWrong') : undefined}
        />
      </Box>
    </Card>
  );
}

type WhoStepProps = { pickupPointId: PickupPointId; cycleId: string; picked: Picked; onBack: () => void };

/** Who it is for and what it comes to; then ordered and paid. */
export function WhoStep({ pickupPointId, cycleId, picked, onBack }: WhoStepProps) {
  const t = useTexts(neighbourTexts);
  const quote = useQuote({ cycleId, pickupPointId, lines: linesOf(picked) });
  const place = usePlaceForNeighbour();
  const [neighbour, setNeighbour] = useState<Neighbour>({ name: '', phone: '' });
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = {
    name: !isVisible(neighbour.name),
    phone: contactPhone(neighbour.phone) === undefined,
  };
  const order = (priced: Quote) => {
    setTried(true);
    if (!wrong.name && !wrong.phone)
      place.mutate({ quote: priced, neighbour: { ...neighbour, name: neighbour.name.trim() }, note });
  };
  return (
    <Box className="lt-column">
      <WhoFields
        pickupPointId={pickupPointId}
        neighbour={neighbour}
        wrong={{ name: tried && wrong.name, phone: tried && wrong.phone }}
        onChange={setNeighbour}
      />
      <TextField
        id="neighbour-note"
        optional
        label={t('note')}
        value={note}
        onChange={setNote}
        maxLength={200}
      />
      <QueryState query={quote}>
        {(priced) => (
          <>
            <Goods quote={priced} />
            <Box className="neighbour-bar lt-column">
              <OpenOrdersNotice error={place.error} />
              <Button
                block
                size="big"
                disabled={!priced.orderable}
                busy={place.isPending}
                onTap={() => order(priced)}
              >
                {t('place', { amount: formatMoney(priced.amounts.total) })}
              </Button>
              <Button block kind="quiet" onTap={onBack}>
                {t('back')}
              </Button>
            </Box>
          </>
        )}
      </QueryState>
    </Box>
  );
}
