import { Button } from '@/design/components/Button';
import { TextField } from '@/design/components/TextField';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { type TierDraft } from './offerDraft';
import { offersTexts } from './texts';
import { type TermsFormState } from './useTerms';
import './offers.scss';

const mostTiers = 5;

/** Cheaper prices for everybody once neighbours together buy more. */
export function TierFields({ form: { draft, change, errorOf } }: { form: TermsFormState }) {
  const t = useTexts(offersTexts);
  const { tiers } = draft;
  const error = errorOf('tiers');
  const set = (at: number, part: Partial<TierDraft>) =>
    change({ tiers: tiers.map((tier, n) => (n === at ? { ...tier, ...part } : tier)) });
  return (
    <Box role="group" id="offer-tiers" label={t('tierTitle')} className="lt-column">
      <Box>
        <Words as="h3" className="lt-strong">
          {t('tierTitle')}
        </Words>
        <Words as="p" className="lt-small lt-soft">
          {t('tierDetail')}
        </Words>
      </Box>
      {tiers.map(({ fromUnits, price }, at) => (
        <Box key={at} className="offers-tier">
          <TextField
            id={`tier-${at}-from`}
            kind="digits"
            label={t('tierFrom')}
            value={fromUnits}
            maxLength={6}
            onChange={(typed) => set(at, { fromUnits: typed })}
          />
          <TextField
            id={`tier-${at}-price`}
            kind="decimal"
            label={t('tierPrice')}
            value={price}
            maxLength={10}
            onChange={(typed) => set(at, { price: typed })}
          />
          <Button
            kind="quiet"
            icon="trash"
            label={t('removeTier', { n: at + 1 })}
            onTap={() => change({ tiers: tiers.filter((_, n) => n !== at) })}
          />
        </Box>
      ))}
      {error !== undefined && (
        <Box live="assertive">
          <Words className="lt-small lt-tomato">{error}</Words>
        </Box>
      )}
      {tiers.length < mostTiers && (
        <Box className="lt-row">
          <Button
            kind="quiet"
            icon="plus"
            onTap={() => change({ tiers: [...tiers, { fromUnits: '', price: '' }] })}
          >
            {t('addTier')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
