import { useMediaQuery } from '@mantine/hooks';

/** One pane at a time: phones. The style sheets use the same width. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 760px)') ?? false;

/** No room for a third column: the details lie over the picture. */
export const useMiddle = (): boolean => useMediaQuery('(min-width: 761px) and (max-width: 1200px)') ?? false;
