// Command mujaz summarizes Arabic news articles and extracts their facts.
package main

func main() {}
