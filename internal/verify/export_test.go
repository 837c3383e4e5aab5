package verify

// Root is what a word is looked up by in same.tsv.
var Root = root
