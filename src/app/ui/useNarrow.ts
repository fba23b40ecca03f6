import { useMediaQuery } from '@mantine/hooks';

/** One pane at a time: phones. The style sheets use the same width. */
export const useNarrow = (): boolean => useMediaQuery('(max-width: 700px)') ?? false;
