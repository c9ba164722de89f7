import { useState } from 'react';
import { messageOf } from '@/client/apiProblem';
import { readBytes } from '@/client/download';
import { showToast } from '@/design/components/Toast';
import { useLanguage } from '@/i18n/language';
import { openFile } from '@/platform/openFile';

export type FileFormat = 'pdf' | 'csv' | 'xlsx';

/** Fetches a document in the screen's language and shows it: `open(number, 'pdf')`. `opening` is the one that is on its way. */
export function useOpenDocument() {
  const language = useLanguage();
  const [opening, setOpening] = useState<string>();
  const open = async (number: string, format: FileFormat): Promise<void> => {
    setOpening(`${number}.${format}`);
    try {
      const bytes = await readBytes(`/documents/${number}/file?format=${format}&language=${language}`);
      await openFile(`${number}.${format}`, bytes);
    } catch (error) {
      showToast(messageOf(error), 'problem');
    }
    setOpening(undefined);
  };
  return { open, opening };
}
