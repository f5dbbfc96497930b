//! The calculator on the command line: takes one input, or one on each line of standard input, and prints one line of
//! JSON for each.

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use salary_calculator::data::FIGURES;
use salary_calculator::domain::tax_year::Date;
use salary_calculator::platform::clock;
use salary_calculator::state::{answer_json, query};
use salary_calculator::view::copy;

const USAGE: &str = "\
Usage: estimate [--date YYYY-MM-DD] INPUT

INPUT is a query string such as 'seniority=senior&location=london'; '-' reads one from each line of standard input.
Prints the answer to each as one line of JSON.

  --date YYYY-MM-DD  sets today
  --help             this text";

fn main() -> ExitCode {
    let arguments =
        match Arguments::read(std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned())) {
            Ok(Some(arguments)) => arguments,
            Ok(None) => {
                println!("{USAGE}");
                return ExitCode::SUCCESS;
            }
            Err(message) => {
                eprintln!("estimate: {message}\n\n{USAGE}");
                return ExitCode::from(2);
            }
        };
    match arguments.run() {
        Ok(()) => ExitCode::SUCCESS,
        // The reader closed the pipe.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("estimate: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Arguments {
    today: Date,
    input: String,
}

impl Arguments {
    /// Reads the arguments; `None` if they ask for help.
    fn read(words: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let (mut today, mut input) = (None, None);
        let mut words = words;
        while let Some(word) = words.next() {
            match word.as_str() {
                "--help" | "-h" => return Ok(None),
                "--date" => today = Some(date(&words.next().ok_or("--date needs a day")?)?),
                option if option.starts_with("--date=") => {
                    today = Some(date(option.trim_start_matches("--date="))?);
                }
                option if option.len() > 1 && option.starts_with('-') => {
                    return Err(format!("there is no option {option}"));
                }
                _ if input.is_some() => return Err("there is more than one input".to_owned()),
                _ => input = Some(word),
            }
        }
        let input = input.ok_or("an input is missing")?;
        let today = today.unwrap_or_else(clock::today);
        Ok(Some(Self { today, input }))
    }

    fn run(&self) -> io::Result<()> {
        let mut out = BufWriter::new(io::stdout().lock());
        if self.input != "-" {
            self.answer(&self.input, &mut out)?;
            return out.flush();
        }
        let mut lines = BufReader::new(io::stdin().lock());
        let mut line = Vec::new();
        while lines.read_until(b'\n', &mut line)? > 0 {
            let input = String::from_utf8_lossy(&line);
            self.answer(input.trim_end_matches(['\n', '\r']), &mut out)?;
            line.clear();
            // A program that writes line by line gets each answer before it writes the next line.
            if !lines.buffer().contains(&b'\n') {
                out.flush()?;
            }
        }
        out.flush()
    }

    fn answer(&self, input: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "{}", answer_json::of(&query::read(input), &FIGURES, self.today, copy::problem))
    }
}

fn date(text: &str) -> Result<Date, String> {
    clock::parse(text).ok_or_else(|| format!("{text} is not a day such as 2026-11-23"))
}
