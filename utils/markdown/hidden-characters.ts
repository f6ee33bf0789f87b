/** Characters that change how text looks without being seen: direction marks, zero widths, tags. */
export const HIDDEN_CHARACTERS = /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\u2028\u2029]/u;
