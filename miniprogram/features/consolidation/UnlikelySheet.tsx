import { ConfirmSheet } from '@/design/components/Sheet';
import { formatWeight } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { consolidationTexts } from './texts';
import { keyOfTask, type Weighed } from './weights';

type UnlikelySheetProps = {
  /** Open while there are some. */
  asked: readonly Weighed[];
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks once more about weights far from what was ordered, and about goods of which nothing came, before money moves. */
export function UnlikelySheet({ asked, ...sheet }: UnlikelySheetProps) {
  const t = useTexts(consolidationTexts);
  const say = useBilingual();
  const language = useLanguage();
  const nothing = asked.every(({ grams }) => grams === 0);
  return (
    <ConfirmSheet
      {...sheet}
      open={asked.length > 0}
      title={t(nothing ? 'nothingTitle' : 'unlikelyTitle')}
      body={t(nothing ? 'nothingBody' : 'unlikelyBody')}
      confirm={t(nothing ? 'nothingConfirm' : 'unlikelyConfirm')}
    >
      <Box as="ul" className="lt-column">
        {asked.map(({ task, grams }) => (
          <Words key={keyOfTask(task)} as="p" className="lt-strong">
            {t(grams === 0 ? 'nothingLine' : 'unlikelyLine', {
              title: say(task.title),
              grams: formatWeight(grams, language),
              nominal: formatWeight(task.nominalGrams, language),
            })}
          </Words>
        ))}
      </Box>
    </ConfirmSheet>
  );
}
