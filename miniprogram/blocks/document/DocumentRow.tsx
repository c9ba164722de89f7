import { type DocumentHead } from '#shared/contracts/settlement/documents';
import { Button } from '@/design/components/Button';
import { formatDayOfYear, cityDateOf } from '@/design/format/date';
import { formatMoney } from '@/design/format/money';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { openableFormats } from '@/platform/openFile';
import { documentTexts } from './texts';
import { useOpenDocument } from './useOpenDocument';

/** One document: what it is, what it comes to, and a button for each kind of file. */
export function DocumentRow({ document }: { document: DocumentHead }) {
  const t = useTexts(documentTexts);
  const say = useBilingual();
  const language = useLanguage();
  const { open, opening } = useOpenDocument();
  const { number, title, issuedAt, total, corrects } = document;
  const facts = [number, formatDayOfYear(cityDateOf(issuedAt), language)];
  if (corrects !== undefined) facts.push(t('corrects', { number: corrects }));
  return (
    <Box className="lt-column lt-column--tight">
      <Box className="lt-row lt-row--between">
        <Words className="lt-strong">{say(title)}</Words>
        <Words className="lt-number lt-strong">{formatMoney(total)}</Words>
      </Box>
      <Words className="lt-small lt-soft">{facts.join(' · ')}</Words>
      <Box className="lt-row lt-row--wrap">
        {openableFormats.map((format) => (
          <Button
            key={format}
            kind="quiet"
            icon="download"
            busy={opening === `${number}.${format}`}
            label={t('open', { number, format: t(format) })}
            onTap={() => void open(number, format)}
          >
            {t(format)}
          </Button>
        ))}
      </Box>
    </Box>
  );
}
