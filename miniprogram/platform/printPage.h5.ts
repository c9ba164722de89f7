import './print.scss';

/** Whether what is shown can be put on paper here. */
export const canPrint = (): boolean => true;

/** Opens the browser's printing of this page. */
export const printPage = (): void => {
  window.print();
};
