# Summaries and Table 1: stats of R; standardised differences from their definitions (Austin 2009; Yang and Dalton 2012).
suppressMessages(library(jsonlite))
folder <- "tests/oracles/statistics"
cases <- list()
add <- function(name, call, input, expected) cases[[length(cases) + 1]] <<- list(name = name, call = call, input = input, expected = expected)
set.seed(20221101)

moment <- function(x, k) mean((x - mean(x))^k)
for (n in c(3, 7, 50, 400)) {
  x <- round(rlnorm(n, 1, 0.6), 3)
  t <- t.test(x, conf.level = 0.9)$conf.int
  add(paste("summary", n), "summary", list(x = x), list(mean = mean(x), sd = sd(x), se = sd(x) / sqrt(n), lower = t[1], upper = t[2], q1 = unname(quantile(x, 0.25)),
    median = median(x), q3 = unname(quantile(x, 0.75)), iqr = IQR(x), mad = mad(x), skewness = moment(x, 3) / moment(x, 2)^1.5, excessKurtosis = moment(x, 4) / moment(x, 2)^2 - 3))
}

for (round in 1:4) {
  a <- round(rnorm(20 + round, 5, 2), 2); b <- round(rnorm(15, 5 + round, 1 + round), 2)
  add(paste("SMD of numbers", round), "meanDifference", list(a = a, b = b), list(smd = (mean(b) - mean(a)) / sqrt((var(a) + var(b)) / 2)))
}
for (p in list(c(0.1, 0.4), c(0, 0.2), c(0.99, 0.5)))
  add(paste("SMD of proportions", paste(p, collapse = " ")), "proportionDifference", list(p = p), list(smd = (p[2] - p[1]) / sqrt((p[1] * (1 - p[1]) + p[2] * (1 - p[2])) / 2)))
levels_smd <- function(a, b) {
  keep <- which(a + b > 0)[-1]; p <- (a / sum(a))[keep]; q <- (b / sum(b))[keep]
  s <- (diag(p, length(p)) - outer(p, p) + diag(q, length(q)) - outer(q, q)) / 2
  sqrt(sum((q - p) * solve(s, q - p)))
}
for (m in list(rbind(c(10, 20, 30), c(15, 15, 10)), rbind(c(5, 0, 7, 9), c(3, 6, 0, 11)), rbind(c(100, 40, 0, 12, 3), c(80, 60, 0, 9, 14)), rbind(c(30, 70), c(45, 55)), rbind(c(8, 8, 8), c(8, 8, 8))))
  add(paste("SMD of levels", paste(t(m), collapse = " ")), "levelsDifference", list(counts = m), list(smd = levels_smd(m[1, ], m[2, ])))

table_one <- function(name, g, expected, ...) add(name, "tableOne", c(list(g = g), list(...)), expected)
for (k in 2:3) {
  g <- sort(sample(letters[1:k], 60, TRUE)); f <- factor(g)
  age <- round(rnorm(60, 8 + as.integer(f), 3), 1); stay <- round(rlnorm(60, 1, 1.2), 1); sex <- sample(c("f", "m"), 60, TRUE)
  ward <- sample(c("A", "B", "C"), 60, TRUE); rare <- ifelse(runif(60) < 0.06, "yes", "no")
  age[c(3, 40)] <- NA
  two <- k == 2
  p <- list(age = if (two) t.test(age ~ f)$p.value else oneway.test(age ~ f)$p.value,
    stay = if (two) suppressWarnings(wilcox.test(stay ~ f, exact = FALSE)$p.value) else kruskal.test(stay ~ f)$p.value,
    sex = chisq.test(table(f, sex))$p.value, ward = chisq.test(table(f, ward))$p.value, rare = fisher.test(table(f, rare))$p.value)
  table_one(paste("Table 1 of", k, "groups"), g, list(p = p, adjusted = as.list(p.adjust(unlist(p), "holm"))), age = age, stay = stay, sex = sex, ward = ward, rare = rare)
}

write(toJSON(list(about = "Summaries, standardised differences, Table 1.", source = "R 4.2.2 stats", tolerance = list(rel = 1e-9), cases = cases),
  auto_unbox = TRUE, digits = I(15), na = "null", null = "null"), file.path(folder, "r-descriptive.json"))
