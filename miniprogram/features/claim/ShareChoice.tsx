import { claimWords } from '@/blocks/claim/texts';
import { Chip } from '@/design/components/Chip';
import { Stepper } from '@/design/components/Stepper';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useTexts } from '@/i18n/texts';
import { type ClaimDraft, shares, type TermsLine } from './claimDraft';
import { claimTexts } from './texts';

type ShareChoiceProps = {
  line: TermsLine;
  draft: ClaimDraft;
  onChange: (part: Partial<ClaimDraft>) => void;
};

/** What is wrong, and how much of the line: counted where there are several units, in parts otherwise. */
export function ShareChoice({ line, draft: { cause, share }, onChange }: ShareChoiceProps) {
  const t = useTexts(claimTexts);
  const name = useTexts(claimWords);
  return (
    <>
      <Words as="h2" className="lt-head">
        {t('what')}
      </Words>
      <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('what')}>
        {line.causes.map((one) => (
          <Chip key={one} role="radio" chosen={one === cause} onTap={() => onChange({ cause: one })}>
            {name(one)}
          </Chip>
        ))}
      </Box>
      <Words as="h2" className="lt-head">
        {t('howMuch')}
      </Words>
      <Box className="lt-row lt-row--wrap" role="radiogroup" label={t('howMuch')}>
        {shares.map((percent) => (
          <Chip
            key={percent}
            role="radio"
            chosen={share?.kind === 'percent' && share.percent === percent}
            onTap={() => onChange({ share: { kind: 'percent', percent } })}
          >
            {percent === 100 ? t('all') : name('percent', { n: percent })}
          </Chip>
        ))}
      </Box>
      {line.units > 1 && (
        <Box className="lt-row lt-row--between">
          <Words>{t('unitsName')}</Words>
          <Stepper
            name={t('unitsName')}
            value={share?.kind === 'units' ? share.units : 0}
            max={line.units}
            min={1}
            onChange={(units) => onChange({ share: { kind: 'units', units } })}
          />
        </Box>
      )}
    </>
  );
}
