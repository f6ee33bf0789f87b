/** Rows of one page of a list of runs. A page with fewer is the last. */
export const PAGE_SIZE = 50;
