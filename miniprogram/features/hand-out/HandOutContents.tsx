import { type HandOut } from '#shared/contracts/delivery/pickupViews';
import { Avatar } from '@/design/components/Avatar';
import { Tag } from '@/design/components/Tag';
import { formatWeight } from '@/design/format/measure';
import { Box } from '@/design/primitives/Box';
import { Words } from '@/design/primitives/Words';
import { useBilingual } from '@/i18n/bilingual';
import { useLanguage } from '@/i18n/language';
import { useTexts } from '@/i18n/texts';
import { handOutTexts } from './texts';

type Line = HandOut['lines'][number];

export const unitsOf = ({ lines }: HandOut): number => lines.reduce((sum, { units }) => sum + units, 0);

function LineRow({ line }: { line: Line }) {
  const t = useTexts(handOutTexts);
  const say = useBilingual();
  const language = useLanguage();
  return (
    <Box as="li" className="hand-out-line">
      <Words className="hand-out-line__units lt-number">{`${line.units}×`}</Words>
      <Box className="lt-grow">
        <Words className="lt-strong">{say(line.title)}</Words>
        <Box className="lt-row lt-row--wrap lt-small lt-soft">
          <Words>{say(line.pack)}</Words>
          {line.finalWeightGrams !== undefined && (
            <Words>{t('weight', { weight: formatWeight(line.finalWeightGrams, language) })}</Words>
          )}
        </Box>
      </Box>
      {line.temperature !== 'ambient' && (
        <Tag tone="sky" icon="cold">
          {t(line.temperature === 'frozen' ? 'freezer' : 'fridge')}
        </Tag>
      )}
    </Box>
  );
}

/** Whose it is and what belongs to it; cold goods last, since they are fetched last. */
export function HandOutContents({ handOut }: { handOut: HandOut }) {
  const t = useTexts(handOutTexts);
  const lines = [...handOut.lines].sort(
    (a, b) => Number(a.temperature !== 'ambient') - Number(b.temperature !== 'ambient'),
  );
  return (
    <Box className="lt-column">
      <Box className="lt-row">
        <Avatar name={handOut.recipientName} />
        <Box className="lt-grow lt-column lt-column--tight">
          <Words className="lt-title">{handOut.recipientName}</Words>
          <Words className="lt-soft">{t('phoneTail', { tail: handOut.phoneTail })}</Words>
        </Box>
        {handOut.fulfilment === 'door' && (
          <Tag tone="yolk" icon="home">
            {t('door')}
          </Tag>
        )}
      </Box>
      {handOut.address !== undefined && <Words className="lt-strong">{handOut.address}</Words>}
      <Box as="ul">
        {lines.map((line) => (
          <LineRow key={line.lineId} line={line} />
        ))}
      </Box>
      <Words className="lt-strong">{t('units', { n: unitsOf(handOut) })}</Words>
    </Box>
  );
}
