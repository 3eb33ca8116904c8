/** The typeface of every page, served with it: digits of one width, Kazakh letters. */
import "@fontsource-variable/inter/wght.css";
