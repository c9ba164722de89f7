import { Pair } from '@/blocks/form/Pair';
import { Switch } from '@/design/components/Switch';
import { TextField } from '@/design/components/TextField';
import { formatMoney } from '@/design/format/money';
import { useTexts } from '@/i18n/texts';
import { offersTexts } from './texts';
import { usePricing } from './useOffers';
import { type TermsFormState, type TermsOf } from './useTerms';

/** What it costs, beside what it costs us and what the law allows to be struck through. */
export function PriceFields({ form: { field, draft, change }, of }: { form: TermsFormState; of: TermsOf }) {
  const t = useTexts(offersTexts);
  const { sku, history } = usePricing(of.skuId, of.cycle.cycleId);
  const highest = history?.highestStrikePrice;
  const strikeHint = highest ? t('strikeMost', { price: formatMoney(highest) }) : t('strikeNone');
  return (
    <>
      <Pair>
        <TextField
          {...field('price')}
          kind="decimal"
          label={sku?.soldBy === 'weight' ? t('perWeight') : t('price')}
          hint={sku && t('cost', { cost: formatMoney(sku.unitCost) })}
          maxLength={10}
        />
        <TextField
          {...field('strikePrice')}
          kind="decimal"
          optional
          label={t('strike')}
          hint={history && strikeHint}
          maxLength={10}
        />
      </Pair>
      <Switch
        label={t('clearance')}
        detail={t('clearanceDetail')}
        on={draft.clearance}
        onChange={(clearance) => change({ clearance })}
      />
    </>
  );
}
