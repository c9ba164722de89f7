import { PictureRow } from '@/design/components/PictureRow';
import { formatMoment } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { serverNow } from '@/platform/clock';
import { canClaim, type TermsLine } from './claimDraft';
import { claimTexts } from './texts';

type LineChoiceProps = {
  lines: readonly TermsLine[];
  chosen: string | undefined;
  onChoose: (lineId: TermsLine['lineId']) => void;
};

/** The goods of the order: those that can be claimed for to choose from, the others with why not. */
export function LineChoice({ lines, chosen, onChoose }: LineChoiceProps) {
  const t = useTexts(claimTexts);
  return (
    <Box className="lt-column">
      <Words as="h2" className="lt-head">
        {t('which')}
      </Words>
      {lines.map((line) =>
        canClaim(line) ? (
          <PictureRow
            key={line.lineId}
            src={line.pictureUrl}
            chosen={line.lineId === chosen}
            onTap={() => onChoose(line.lineId)}
          >
            <LineWords line={line} />
          </PictureRow>
        ) : (
          <Box key={line.lineId} className="lt-row lt-row--between lt-small lt-soft">
            <LineWords line={line} />
          </Box>
        ),
      )}
    </Box>
  );
}

function LineWords({ line: { title, base, until, closed } }: { line: TermsLine }) {
  const t = useTexts(claimTexts);
  const say = useBilingual();
  const language = useLanguage();
  return (
    <>
      <Box className="lt-grow lt-column lt-column--tight">
        <Words className="lt-strong">{say(title)}</Words>
        <Words className="lt-small lt-soft">
          {closed
            ? t(closed)
            : until !== undefined && t('until', { moment: formatMoment(until, serverNow(), language) })}
        </Words>
      </Box>
      <Words className="lt-number">{formatMoney(base)}</Words>
    </>
  );
}
