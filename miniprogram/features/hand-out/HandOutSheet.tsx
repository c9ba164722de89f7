import { Button } from '@/design/components/Button';
import { Sheet } from '@/design/components/Sheet';
import { Notice } from '@/design/components/States';
import { Box } from '@/design/primitives/Box';
import { useTexts } from '@/i18n/texts';
import { HandOutContents, unitsOf } from './HandOutContents';
import { handOutTexts } from './texts';
import { type Found } from './useHandOut';

type HandOutSheetProps = { found: Found; busy: boolean; onHandOver: () => void; onClose: () => void };

/** Exactly what to hand over, and the one tap that says it was. */
export function HandOutSheet({ found, busy, onHandOver, onClose }: HandOutSheetProps) {
  const t = useTexts(handOutTexts);
  return (
    <Sheet
      open
      title={t('give')}
      onClose={onClose}
      footer={
        <Button block size="big" icon="check" busy={busy} onTap={onHandOver}>
          {t('handOver', { n: unitsOf(found.handOut) })}
        </Button>
      }
    >
      <Box className="lt-column">
        {found.offline && (
          <Notice tone="yolk" icon="offline">
            {t('offlineNote')}
          </Notice>
        )}
        <HandOutContents handOut={found.handOut} />
      </Box>
    </Sheet>
  );
}
